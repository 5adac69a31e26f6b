/** Levels of the services' logs that the user sees on the console. */
const shown = ['warn', 'error', 'fatal'];

/** A line of the console. */
interface Remark {
  isWarning: boolean;
  text: string;
}

/** A warning or an error of a service's log (a line of JSON) in words; undefined for every other line. */
export function readLogLine(line: string): Remark | undefined {
  try {
    const entry = JSON.parse(line);
    if (!shown.includes(entry.level)) return undefined;
    const reason = entry.err?.message;
    const parts = [entry.level, entry.msg, reason === entry.msg ? undefined : reason];
    return { isWarning: entry.level === 'warn', text: parts.filter(Boolean).join(': ') };
  } catch {
    return undefined;
  }
}
