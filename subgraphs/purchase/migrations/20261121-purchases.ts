import { Migration } from '@mikro-orm/migrations';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const word = 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin';
const table = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** Purchases, their payments and deliveries. */
export class Purchases extends Migration {
  override up(): void {
    this.addSql(`CREATE TABLE delivery_provider (
      id ${id} NOT NULL PRIMARY KEY,
      name VARCHAR(100) NOT NULL,
      coverage ${word} NOT NULL,
      cost BIGINT NOT NULL,
      UNIQUE KEY delivery_provider_name (name),
      CONSTRAINT delivery_provider_cost CHECK (cost >= 0)
    ) ${table}`);
    this.addSql(`CREATE TABLE purchase (
      id ${id} NOT NULL PRIMARY KEY,
      buyer_id ${id} NOT NULL,
      seller_id ${id} NULL,
      status ${word} NOT NULL,
      subtotal BIGINT NOT NULL,
      delivery_cost BIGINT NOT NULL,
      payment_id ${id} NULL,
      reserved_until DATETIME(3) NULL,
      release_due TINYINT(1) NOT NULL,
      due_at DATETIME(3) NULL,
      idempotency_key VARCHAR(200) NOT NULL,
      request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      refusal_code ${word} NULL,
      refusal_message VARCHAR(500) NULL,
      created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      UNIQUE KEY purchase_idempotency (buyer_id, idempotency_key),
      KEY purchase_buyer (buyer_id, id),
      KEY purchase_buyer_status (buyer_id, status, id),
      KEY purchase_seller (seller_id, id),
      KEY purchase_seller_status (seller_id, status, id),
      KEY purchase_status (status, id),
      KEY purchase_due (due_at),
      CONSTRAINT purchase_subtotal CHECK (subtotal >= 0),
      CONSTRAINT purchase_delivery_cost CHECK (delivery_cost >= 0),
      CONSTRAINT purchase_sides CHECK (seller_id IS NULL OR seller_id <> buyer_id)
    ) ${table}`);
    this.addSql(`CREATE TABLE purchase_line (
      purchase_id ${id} NOT NULL,
      book_id ${id} NOT NULL,
      title VARCHAR(500) NULL,
      quantity INT NOT NULL,
      expected_unit_price BIGINT NULL,
      unit_price BIGINT NULL,
      PRIMARY KEY (purchase_id, book_id),
      KEY purchase_line_book (book_id),
      CONSTRAINT purchase_line_quantity CHECK (quantity BETWEEN 1 AND 1000),
      CONSTRAINT purchase_line_unit_price CHECK (unit_price > 0),
      CONSTRAINT purchase_line_purchase FOREIGN KEY (purchase_id) REFERENCES purchase (id)
    ) ${table}`);
    this.addSql(`CREATE TABLE purchase_event (
      id ${id} NOT NULL PRIMARY KEY,
      purchase_id ${id} NOT NULL,
      at DATETIME(3) NOT NULL,
      status ${word} NOT NULL,
      note VARCHAR(600) NULL,
      KEY purchase_event_purchase (purchase_id, at, id),
      CONSTRAINT purchase_event_purchase FOREIGN KEY (purchase_id) REFERENCES purchase (id)
    ) ${table}`);
    this.addSql(`CREATE TABLE payment (
      id ${id} NOT NULL PRIMARY KEY,
      purchase_id ${id} NOT NULL,
      buyer_id ${id} NOT NULL,
      method ${word} NOT NULL,
      token VARCHAR(200) NULL,
      status ${word} NOT NULL,
      amount BIGINT NOT NULL,
      decline_reason VARCHAR(200) NULL,
      idempotency_key VARCHAR(200) NOT NULL,
      request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      created_at DATETIME(3) NOT NULL,
      captured_at DATETIME(3) NULL,
      UNIQUE KEY payment_idempotency (buyer_id, idempotency_key),
      KEY payment_purchase (purchase_id),
      CONSTRAINT payment_amount CHECK (amount > 0),
      CONSTRAINT payment_purchase FOREIGN KEY (purchase_id) REFERENCES purchase (id)
    ) ${table}`);
    this.addSql(`CREATE TABLE delivery (
      id ${id} NOT NULL PRIMARY KEY,
      purchase_id ${id} NOT NULL,
      provider_id ${id} NOT NULL,
      recipient VARCHAR(200) NOT NULL,
      line1 VARCHAR(200) NOT NULL,
      line2 VARCHAR(200) NULL,
      city VARCHAR(100) NOT NULL,
      region VARCHAR(100) NULL,
      postal_code VARCHAR(20) NULL,
      country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      cost BIGINT NOT NULL,
      status ${word} NOT NULL,
      tracking_number VARCHAR(100) NULL,
      shipped_at DATETIME(3) NULL,
      delivered_at DATETIME(3) NULL,
      UNIQUE KEY delivery_purchase (purchase_id),
      CONSTRAINT delivery_cost CHECK (cost >= 0),
      CONSTRAINT delivery_purchase FOREIGN KEY (purchase_id) REFERENCES purchase (id),
      CONSTRAINT delivery_provider FOREIGN KEY (provider_id) REFERENCES delivery_provider (id)
    ) ${table}`);
    this.addSql(`CREATE TABLE simulated_charge (
      id ${id} NOT NULL PRIMARY KEY,
      amount BIGINT NOT NULL,
      currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      token VARCHAR(200) NULL,
      status ${word} NOT NULL,
      decline_reason VARCHAR(200) NULL
    ) ${table}`);
    this.addSql(`CREATE TABLE simulated_charge_request (
      sequence BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      charge_id ${id} NOT NULL,
      verb ${word} NOT NULL,
      answer ${word} NOT NULL,
      at DATETIME(3) NOT NULL,
      KEY simulated_charge_request_charge (charge_id)
    ) ${table}`);
  }
}
