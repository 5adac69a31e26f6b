import { Type } from '@mikro-orm/mysql';

/** The texts of such a list. Throws where the column holds no JSON. */
export function readTextList(column: string): string[] {
  const list: unknown = JSON.parse(column);
  return Array.isArray(list) ? list.map(String) : [];
}

/** A list of texts in a TEXT column, as JSON: it comes back alike from MySQL, from MariaDB and out of a UNION. */
export class TextList extends Type<string[], string> {
  override convertToDatabaseValue(value: string[]): string {
    return JSON.stringify(value);
  }

  override convertToJSValue(value: string): string[] {
    return readTextList(value);
  }

  override getColumnType(): string {
    return 'text';
  }
}
