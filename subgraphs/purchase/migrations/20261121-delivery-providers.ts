import { Migration } from '@mikro-orm/migrations';
import { newId } from '../../../runtime/ids.ts';

/** The delivery providers that are there from the start; costs in minor units. */
export class DeliveryProviders extends Migration {
  override up(): void {
    for (const [name, coverage, cost] of [
      ['DHL', 'INTERNATIONAL', 5000],
      ['FedEx', 'INTERNATIONAL', 4500],
      ['Envia', 'NATIONAL', 2000],
      ['Servientrega', 'NATIONAL', 1500],
    ]) {
      this.addSql(
        `INSERT INTO delivery_provider (id, name, coverage, cost) VALUES ('${newId()}', '${name}', '${coverage}', ${cost})`,
      );
    }
  }
}
