import { z } from 'zod';

const words = z.record(z.string(), z.string());

/**
 * Something that people do by several requests, one after the other. `{{name}}` in a path, a header or a body stands for a
 * word that is known of the person, or was kept from an answer; `{{key}}` for one that is new in each story.
 */
export const storyShape = z.object({
  steps: z
    .array(
      z.object({
        path: z.string(),
        headers: words,
        body: z.string(),
        /** What the answer holds where the step went well. */
        mustHold: z.string(),
        /** Words to keep, each with its place in the answer, such as data.purchaseBook.purchase.id. */
        keep: words,
      }),
    )
    .min(1),
  /** Who goes through it, each once at a time. */
  people: z.array(words).min(1),
});

export type Story = z.infer<typeof storyShape>;
export type Step = Story['steps'][number];

/** A text with its words filled in. Throws a RangeError for one that is not known. */
export const fillIn = (text: string, known: Record<string, string>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const word = known[name];
    if (word === undefined) throw new RangeError(`There is no ${name}.`);
    return word;
  });

const step = z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]);

/** What stands at a place of an answer; array elements by their number. Throws where nothing does. */
export function wordAt(answer: unknown, place: string): string {
  let found = answer;
  for (const name of place.split('.'))
    found = Object.entries(step.parse(found)).find(([key]) => key === name)?.[1];
  return z.coerce.string().parse(z.union([z.string(), z.number()]).parse(found));
}
