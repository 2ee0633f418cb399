// The enriched record as a page reads it: texts by paragraph, and what is marked in each.

// A wire that gives a date only has the time of midnight in Beijing.
const BEIJING = 8 * 3600000;
const DAY = 24 * 3600000;

/** What the views of an item need of its record. Offsets stay those of the record. */
export function reading(record) {
  const enrichment = record.enrichment ?? {};
  const texts = new Map((record.associations ?? []).map((part) => [part.name, part.bodies?.[0]?.value ?? '']));
  const entities = new Map((enrichment.entities ?? []).map((entity) => [entity.id, entity]));
  const mentions = group(enrichment.mentions);
  const dates = group(enrichment.dates);
  const wire = enrichment.wire ?? {};
  return {
    time: record.versionCreated ?? record.contentCreated,
    timeOfDay: (Date.parse(record.versionCreated) + BEIJING) % DAY !== 0,
    status: record.pubStatus,
    headline: record.headlines?.[0]?.value,
    from: [record.copyrightHolder, ...(wire.dateline?.places ?? [])].filter(Boolean).join(' '),
    flags: wire.signals ?? [],
    engine: enrichment.engine ?? {},
    subjects: enrichment.subjects ?? [],
    aliases: enrichment.aliases ?? [],
    roles: enrichment.roles ?? [],
    events: enrichment.datedEvents ?? [],
    statements: enrichment.statements ?? [],
    texts,
    entities,
    entityList: [...entities.values()].sort((a, b) => b.relevance - a.relevance || b.mentions - a.mentions),
    paragraphs: (enrichment.paragraphs ?? []).map((paragraph) => ({
      ...paragraph,
      id: paragraph.paragraph,
      text: texts.get(paragraph.paragraph) ?? '',
      mentions: mentions.get(paragraph.paragraph) ?? [],
      dates: dates.get(paragraph.paragraph) ?? [],
    })),
  };
}

function group(spans) {
  const groups = new Map();
  for (const span of spans ?? []) {
    if (!groups.has(span.paragraph)) groups.set(span.paragraph, []);
    groups.get(span.paragraph).push(span);
  }
  return groups;
}
