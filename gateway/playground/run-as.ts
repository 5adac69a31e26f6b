/** The account that a tab asks to be run as: `seller` for a line `# Run as: seller`; undefined without one. */
export function runAs(query: string): string | undefined {
  return /^# Run as: (\w+)/m.exec(query)?.[1];
}
