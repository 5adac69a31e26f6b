import { z } from 'zod';
import { plainHttp, plainHttpRefusal } from '../../refuse-plain-http.ts';
import type { StoreObjects } from './store-objects.ts';

const alb = 'alb.ingress.kubernetes.io/';

const refusal = z.object({
  type: z.literal('fixed-response'),
  fixedResponseConfig: z.object({
    contentType: z.literal('application/json'),
    statusCode: z.literal(String(plainHttp.status)),
    messageBody: z.literal(plainHttpRefusal),
  }),
});
const lead = z.object({
  type: z.literal('redirect'),
  redirectConfig: z.object({ protocol: z.literal('HTTPS'), port: z.literal('443') }),
});
const methods = z.tuple([
  z.object({
    field: z.literal('http-request-method'),
    httpRequestMethodConfig: z.object({ values: z.tuple([z.literal('GET'), z.literal('HEAD')]) }),
  }),
]);

const paths = [`${plainHttp.apiPath}* refuse`, '/* lead', '/* refuse'];

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

/** Where the load balancer of EKS would answer plain HTTP, or lead more than pages on to HTTPS. */
export function plainHttpProblems({ ingresses }: StoreObjects): string[] {
  const found = ingresses.find(({ metadata }) => metadata?.name === 'plain-http');
  const store = ingresses.find(({ metadata }) => metadata?.name === 'store');
  const said = found?.metadata?.annotations ?? {};
  const problems: string[] = [];
  const group = said[`${alb}group.name`];
  if (!group || group !== store?.metadata?.annotations?.[`${alb}group.name`])
    problems.push('Ingress plain-http is not of the load balancer of the Ingress store');
  if (said[`${alb}listen-ports`] !== '[{"HTTP": 80}]')
    problems.push('Ingress plain-http is not for port 80 alone');
  if (!refusal.safeParse(parsed(said[`${alb}actions.refuse`])).success)
    problems.push('Ingress plain-http does not refuse as the store does elsewhere');
  if (!lead.safeParse(parsed(said[`${alb}actions.lead`])).success)
    problems.push('Ingress plain-http does not lead to HTTPS');
  if (!methods.safeParse(parsed(said[`${alb}conditions.lead`])).success)
    problems.push(`Ingress plain-http leads on by other methods than ${plainHttp.pageMethods.join(' and ')}`);
  const rules = found?.spec?.rules?.flatMap(({ http }) => http?.paths ?? []) ?? [];
  const told = rules.map(({ path, backend }) => `${path} ${backend.service?.name}`);
  if (told.join() !== paths.join() || rules.some(({ pathType }) => pathType !== 'ImplementationSpecific'))
    problems.push(`Ingress plain-http has not, in this order, ${paths.join(', ')}`);
  const [host] = found?.spec?.rules ?? [];
  if (host?.host !== store?.spec?.rules?.[0]?.host)
    problems.push('Ingress plain-http is for another name than the Ingress store');
  return problems;
}
