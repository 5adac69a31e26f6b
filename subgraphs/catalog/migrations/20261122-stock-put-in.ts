import { Migration } from '@mikro-orm/migrations';

/** How many copies of each book its seller put in, so that free + reserved + sold can be held against it. */
export class StockPutIn extends Migration {
  override up(): void {
    this.addSql('ALTER TABLE book ADD COLUMN stock_put_in BIGINT NULL AFTER stock');
    this.addSql(`UPDATE book SET stock_put_in = stock + COALESCE((SELECT SUM(l.quantity)
      FROM stock_reservation_line l JOIN stock_reservation r ON r.purchase_id = l.purchase_id
      WHERE l.book_id = book.id AND r.status IN ('RESERVED', 'COMMITTED')), 0)
      WHERE stock_put_in IS NULL`);
    this.addSql('ALTER TABLE book MODIFY COLUMN stock_put_in BIGINT NOT NULL');
  }
}
