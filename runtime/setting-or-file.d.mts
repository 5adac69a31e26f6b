/**
 * The value of the setting `name`: its own, or the content of the file that NAME_FILE names, without its last line
 * break; undefined where it is empty or not set. Throws an error whose message is for the user where both are set or
 * the file cannot be read.
 */
export function settingOrFile(
  name: string,
  environment: Record<string, string | undefined>,
): string | undefined;
