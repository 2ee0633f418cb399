"""Follows wire.items. Needs confluent-kafka. Run it with: python3 examples/wire_consumer.py 127.0.0.1:9092"""
import json
import sys

from confluent_kafka import Consumer

consumer = Consumer({
    "bootstrap.servers": sys.argv[1],
    "group.id": "newsroom-python",
    "isolation.level": "read_committed",  # Only what a transaction has made final.
    "auto.offset.reset": "earliest",  # The topic holds the latest version of every item.
    "enable.auto.commit": False,
})
consumer.subscribe(["wire.items"])
while True:
    record = consumer.poll(1.0)
    if record is None:
        continue
    if record.error():
        sys.exit(str(record.error()))
    headers = {name: value.decode() for name, value in record.headers() or []}
    key, version = record.key().decode(), headers.get("ce_itemversion", "?")
    if record.value() is None:
        print("withdrawn", key, "version", version, flush=True)
    else:
        item = json.loads(record.value())
        names = [entity["name"] for entity in item["enrichment"]["entities"]]
        print("published", key, "version", version, item["headlines"][0]["value"], *names, flush=True)
    consumer.commit(record)  # After the work: an item may come twice, never not at all. Keep its version.
