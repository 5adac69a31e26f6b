import { migrate } from '../../runtime/migrate.ts';
import { databaseUrl } from '../../runtime/setting-types.ts';
import { readSettings } from '../../runtime/settings.ts';
import { entities } from './database.ts';
import { Books } from './migrations/20261121-books.ts';

const { DATABASE_URL_CATALOG: url } = readSettings({ DATABASE_URL_CATALOG: databaseUrl });

await migrate('catalog', { url, entities }, [{ name: '20261121-books', class: Books }]);
