package org.wirestream.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** A topology as a Mermaid flow chart. */
public final class TopologyText {
    private TopologyText() {}

    /** Draws operators as boxes, stores as cylinders, topics as rounded boxes. */
    public static String mermaid(TopologyDescription description) {
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        for (Subtopology subtopology : description.subtopologies()) {
            lines.add("  subgraph sub%d[sub-topology %d]".formatted(subtopology.id(), subtopology.id()));
            List<String> nodes = new ArrayList<>();
            for (Node node : subtopology.nodes()) {
                nodes.add("    %s[\"%s\"]".formatted(id(node.name()), node.name()));
            }
            Collections.sort(nodes);
            lines.addAll(nodes);
            lines.add("  end");
            List<String> edges = new ArrayList<>();
            subtopology.nodes().forEach(node -> edges(node, edges));
            Collections.sort(edges);
            lines.addAll(edges);
        }
        return String.join("\n", lines);
    }

    private static void edges(Node node, List<String> edges) {
        node.successors().forEach(next -> edges.add("  %s --> %s".formatted(id(node.name()), id(next.name()))));
        if (node instanceof Source source && source.topicSet() != null) {
            source.topicSet()
                    .forEach(topic -> edges.add("  %s([\"%s\"]) --> %s".formatted(id(topic), topic, id(node.name()))));
        } else if (node instanceof Sink sink) {
            String topic = sink.topic() == null ? String.valueOf(sink.topicNameExtractor()) : sink.topic();
            edges.add("  %s --> %s([\"%s\"])".formatted(id(node.name()), id(topic), topic));
        } else if (node instanceof Processor processor) {
            processor
                    .stores()
                    .forEach(store ->
                            edges.add("  %s --- %s[(\"%s\")]".formatted(id(node.name()), id("store-" + store), store)));
        }
    }

    private static String id(String name) {
        return "n" + name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
