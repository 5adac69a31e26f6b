import { Type } from '@mikro-orm/mysql';

/** A list of texts in a TEXT column, as JSON: it comes back alike from MySQL, from MariaDB and out of a UNION. */
export class TextList extends Type<string[], string> {
  override convertToDatabaseValue(value: string[]): string {
    return JSON.stringify(value);
  }

  override convertToJSValue(value: string): string[] {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.map(String) : [];
  }

  override getColumnType(): string {
    return 'text';
  }
}
