import { subgraphs } from '../runtime/services.ts';
import type { StoreUser } from './use-store.ts';

interface Column {
  table_name: string;
  column_name: string;
}

/** Every column that holds text of whatever kind; numbers, times and sealed keys hold none. */
const textColumns = `SELECT TABLE_NAME AS table_name, COLUMN_NAME AS column_name FROM information_schema.COLUMNS
  WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json')
  ORDER BY TABLE_NAME, ORDINAL_POSITION`;

/** Where a text stands in the three databases of a store, such as "purchase: delivery.recipient": all columns of all tables. */
export async function findText(store: StoreUser, text: string): Promise<string[]> {
  const places: string[] = [];
  for (const subgraph of subgraphs) {
    const columns = await store.rows<Column>(subgraph, textColumns);
    for (const [table, own = []] of Object.entries(Object.groupBy(columns, each => each.table_name))) {
      const counts = own.map(
        ({ column_name: name }) => `SUM(CAST(\`${name}\` AS CHAR) LIKE ?) AS \`${name}\``,
      );
      const [found = {}] = await store.rows<Record<string, number | string | null>>(
        subgraph,
        `SELECT ${counts.join(', ')} FROM \`${table}\``,
        own.map(() => `%${text}%`),
      );
      for (const [name, count] of Object.entries(found))
        if (Number(count) > 0) places.push(`${subgraph}: ${table}.${name}`);
    }
  }
  return places;
}
