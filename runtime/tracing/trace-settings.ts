import { z } from 'zod';
import { isProduction } from '../setting-types.ts';

const share = z
  .string()
  .regex(/^(0|1|[01]?\.\d{1,6})$/, 'must be the part of traces to record, from 0 to 1, such as 0.01')
  .transform(Number)
  .refine(ratio => ratio <= 1, 'must be from 0 to 1')
  .meta({ values: '0 to 1' });

/** "name=value,name=value", with values percent-encoded, as OpenTelemetry has it. */
const headers = z
  .string()
  .transform((list, context) => {
    try {
      const pairs = list.split(',').map(pair => /^\s*([^=\s]+)\s*=(.*)$/.exec(pair));
      if (pairs.every(pair => pair !== null))
        return Object.fromEntries(
          pairs.map(([, name = '', value = '']) => [name, decodeURIComponent(value.trim())]),
        );
    } catch {
      // Not percent-encoded as it must be: told below.
    }
    context.addIssue('must look like name=value,name=value, with values percent-encoded');
    return z.NEVER;
  })
  .meta({ values: '`name=value,name=value`, values percent-encoded', isSecret: true });

/**
 * Whether and where traces are sent. The names are those of OpenTelemetry's specification; of its others, the SDK reads
 * OTEL_RESOURCE_ATTRIBUTES, OTEL_EXPORTER_OTLP_TIMEOUT and OTEL_EXPORTER_OTLP_COMPRESSION by itself.
 */
export const traceSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^/\s]\S*$/, 'must be the URL of a collector, such as http://collector:4318')
    .meta({ values: 'such as `http://collector:4318`' })
    .describe('Where [traces](monitoring/README.md#traces) are sent; without it there are none.')
    .optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.describe('Headers to send with traces, such as a key.').optional(),
  OTEL_TRACES_SAMPLER_ARG: share
    .describe('The part of all requests whose traces are recorded.')
    .default(() => (isProduction() ? 0.01 : 1)),
};

/** Those settings, read. */
export type TraceSettings = z.infer<z.ZodObject<typeof traceSettings>>;
