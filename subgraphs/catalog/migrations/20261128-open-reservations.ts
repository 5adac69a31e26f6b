import { Migration } from '@mikro-orm/migrations';

/** The open reservations of one buyer are found by one look-up. */
export class OpenReservations extends Migration {
  override up(): void {
    this.addSql(
      'ALTER TABLE stock_reservation ADD KEY stock_reservation_buyer (buyer_id, status), ALGORITHM=INPLACE, LOCK=NONE',
    );
  }
}
