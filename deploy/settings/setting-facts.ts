import { z } from 'zod';

/** What a setting's schema says of it. */
export interface SettingFacts {
  description: string | undefined;
  values: string | undefined;
  isSecret: boolean;
  /** Text as in the environment; null: none is needed; undefined: one is needed. */
  fallback: string | null | undefined;
  /** What is told of it instead, where it hangs on another setting. */
  fallbackInWords?: string;
}

/** The schemas that one is made of, from the outermost to that of the text itself. */
function layersOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const inner =
    schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
      ? schema.def.innerType
      : schema instanceof z.ZodPipe
        ? schema.def.in
        : undefined;
  return inner ? [schema, ...layersOf(inner)] : [schema];
}

function fallbackOf(layers: readonly z.core.$ZodType[]): string | null | undefined {
  for (const layer of layers) {
    if (layer instanceof z.ZodDefault) return String(layer.def.defaultValue) || null;
    if (layer instanceof z.ZodOptional) return null;
  }
  return undefined;
}

/** What a setting's schema says of it, under the NODE_ENV of this process. */
export function factsOf(schema: z.core.$ZodType): SettingFacts {
  const layers = layersOf(schema);
  const metas = layers.map(layer => z.globalRegistry.get(layer) ?? {});
  const fallbackInWords = metas.find(meta => meta.fallbackInWords)?.fallbackInWords;
  return {
    description: metas.find(({ description }) => description)?.description,
    values: metas.find(({ values }) => values)?.values,
    isSecret: metas.some(({ isSecret }) => isSecret),
    fallback: fallbackOf(layers),
    ...(fallbackInWords && { fallbackInWords }),
  };
}
