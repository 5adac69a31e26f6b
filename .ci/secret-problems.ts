/** What secrets look like that services give out, and what they are called. */
const kinds: readonly [what: string, pattern: RegExp][] = [
  ['a key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50,})/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a token of Slack', /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/],
  ['a key of Stripe', /\b[rs]k_live_[A-Za-z0-9]{20,}/],
  ['a key of Google', /\bAIza[\w-]{35}\b/],
  ['a JSON Web Token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ['a password in a URL', /\b[a-z][a-z0-9+]*:\/\/[^\s/:@'"`$<>{}]+:[^\s/:@'"`$<>{}…]{12,}@/],
];

const headOfKey = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/;
const bodyOfKey = /^\s*[A-Za-z0-9+/=]{20,}/;

/** What is called a secret, in quotes or as a line of settings, … */
const called =
  /(?:secret|password|passwd|token|api_?key|private_?key)["']?\s*(?::|=>?)\s*(?:"([\w+/=-]{20,})"|'([\w+/=-]{20,})'|([\w+/=-]{20,})$)/i;
/** … and is no words: many letters and digits in a row. */
const jumble = /(?=[A-Za-z+/]*\d)(?=[\d+/]*[A-Za-z])[A-Za-z0-9+/]{16,}/;

function problemOf(line: string, next: string): string | undefined {
  if (headOfKey.test(line) && bodyOfKey.test(next)) return 'a private key';
  const [what] = kinds.find(([, pattern]) => pattern.test(line)) ?? [];
  if (what) return what;
  const [, ...values] = called.exec(line) ?? [];
  return values.some(value => value && jumble.test(value)) ? 'what is called a secret' : undefined;
}

/** Where a text holds what looks like a secret: a line each, without the secret itself. */
export function secretProblems(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const problem = problemOf(line, lines[index + 1] ?? '');
    return problem ? [`${index + 1}: ${problem}`] : [];
  });
}
