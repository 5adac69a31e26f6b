import { z } from 'zod';
import { eventTypes, isEventType, listenersOf, streamNames, streams } from './events.ts';

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none of ours');

function fieldsOf(body: z.ZodType): string {
  const { properties = {} } = z.toJSONSchema(body);
  return Object.keys(properties)
    .map(name => `\`${name}\``)
    .join(' ');
}

/** The page that documents the events, in Markdown: schema/events.md. */
export function eventsPage(): string {
  const types = Object.keys(eventTypes).filter(isEventType);
  const sections = streamNames.map(name => {
    const { source, subject } = streams[name];
    const rows = types
      .filter(type => eventTypes[type].stream === name)
      .map(type => {
        const { version, about, body } = eventTypes[type];
        return `| \`${type}\` | ${version} | ${about} | ${fieldsOf(body)} |`;
      });
    return [
      `## ${name}`,
      '',
      `Told by ${source}; each is about ${subject}. Heard by: ${listed(listenersOf(name))}.`,
      '',
      '| type | version | what happened | body |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `# Events

<!-- Made by \`npm run schema\` from schema/events.ts. Do not edit. -->

What the subgraphs tell each other. An event is written into its subgraph's outbox in the transaction of the change that
it tells of, is delivered at least once, and takes effect once in each inbox; those about one subject in their order.
Without \`AMQP_URL\` it goes straight to those who listen (\`POST /events\`); with it, through RabbitMQ: to the topic
exchange \`bookstore.events\` under \`<stream>.<type>\`, where anybody may bind a queue of their own.

On its way an event is JSON: \`id\`, \`source\`, \`stream\`, \`type\`, \`version\`, \`subject\` (an id), \`sequence\` (1, 2, 3 …
for each subject in its stream), \`occurredAt\`, \`body\`, \`incarnation\`. Ids are UUIDs, money is in minor units of the
store's currency.

\`incarnation\` is the time (milliseconds since 1970) at which its source was last restored to an earlier state; 0 where it
never was. Whoever hears of a greater one than before knows that what was told under a smaller one may never have
happened, and that its numbers are used anew; what comes under a smaller one later is to be left out.

${sections.join('\n\n')}
`;
}
