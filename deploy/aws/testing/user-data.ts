import { z } from 'zod';
import { partsOf } from './parts-of.ts';
import { synthesise } from './synthesise.ts';

const launch = z.object({
  LaunchTemplateData: z.object({ UserData: z.object({ 'Fn::Base64': z.unknown() }) }),
});

const isArn = (text: string) => /Ref(DATABASE|AMQP|INTERNAL|ADMIN|AUTH)/.test(text);

/** What CloudFormation would put in for a reference: as long as the real thing. */
function standIn(part: Record<string, unknown>): string {
  const text = JSON.stringify(part);
  const setting = /Ref(DATABASE|AMQP|INTERNAL|ADMIN|AUTH)\w*?[0-9A-F]{8}/.exec(text)?.[0].slice(3, -8);
  if (isArn(text)) return `arn:aws:secretsmanager:us-east-1:123456789012:secret:bookstore/${setting}-AbCdEf`;
  if (text.includes('AccountId')) return '123456789012';
  if (text.includes('URLSuffix')) return 'amazonaws.com';
  if (text.includes('ImageTag')) return '0.1.0';
  return text.includes('RefFilesStore') ? 'fsap-0123456789abcdef0' : 'fs-0123456789abcdef0';
}

/** The shell script of an instance's first boot, as it would reach the instance. */
export function renderUserData(context: Record<string, unknown> = {}): string {
  const [template] = Object.values(synthesise(context).all('AWS::EC2::LaunchTemplate'));
  const { LaunchTemplateData } = launch.parse(template?.Properties);
  const parts = partsOf(LaunchTemplateData.UserData['Fn::Base64']);
  return parts.map(part => (typeof part === 'string' ? part : standIn(part))).join('');
}

/** The files that such a script writes, by their paths. */
export function filesOf(userData: string): Map<string, string> {
  const files = userData.matchAll(
    /^install -D -m \d+ \/dev\/stdin (\S+) <<'END_OF_FILE'\n(.*?)\nEND_OF_FILE$/gms,
  );
  return new Map(Array.from(files, ([, path = '', content = '']) => [path, `${content}\n`] as const));
}
