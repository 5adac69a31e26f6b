import { Migration } from '@mikro-orm/migrations';

/** Books with the terms by which they are found, and the stock that purchases hold. */
export class Books extends Migration {
  override up(): void {
    // Each list has an index in its own order, so that a page costs the same among a thousand books and a million.
    // Facets are counted in an index alone. Stock itself is in none: it moves with each sale, in_stock with the
    // first and the last copy alone.
    this.addSql(`
      CREATE TABLE book (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        seller_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        title VARCHAR(500) NOT NULL,
        authors TEXT NOT NULL,
        isbn CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NULL,
        description TEXT NULL,
        language VARCHAR(35) CHARACTER SET ascii COLLATE ascii_bin NULL,
        publisher VARCHAR(200) NULL,
        published_year SMALLINT NULL,
        subjects TEXT NOT NULL,
        book_condition ENUM('NEW', 'AS_NEW', 'FINE', 'VERY_GOOD', 'GOOD', 'FAIR', 'POOR') NOT NULL,
        condition_note VARCHAR(1000) NULL,
        price BIGINT NOT NULL,
        stock INT NOT NULL,
        in_stock TINYINT GENERATED ALWAYS AS (stock > 0) STORED,
        status ENUM('PUBLISHED', 'PAUSED', 'REMOVED') NOT NULL,
        version INT NOT NULL,
        created_at DATETIME(3) NOT NULL,
        updated_at DATETIME(3) NOT NULL,
        title_key VARCHAR(191) NOT NULL,
        title_terms TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        author_terms MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        search_terms MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (id),
        KEY book_newest (status, id),
        KEY book_price (status, price, id),
        KEY book_title (status, title_key, id),
        KEY book_language (status, language, id),
        KEY book_facets (status, language, book_condition, in_stock),
        KEY book_offers (isbn, status, price, id),
        KEY book_seller (seller_id, id),
        FULLTEXT KEY book_search (search_terms),
        CONSTRAINT book_authors CHECK (JSON_VALID(authors)),
        CONSTRAINT book_subjects CHECK (JSON_VALID(subjects)),
        CONSTRAINT book_price_above_zero CHECK (price > 0),
        CONSTRAINT book_stock_not_below_zero CHECK (stock >= 0)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    // Subjects to filter by and to count. The book's status stands in each too, so that counting asks no book.
    this.addSql(`
      CREATE TABLE book_subject (
        book_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_key VARCHAR(191) NOT NULL,
        subject VARCHAR(100) NOT NULL,
        status ENUM('PUBLISHED', 'PAUSED', 'REMOVED') NOT NULL DEFAULT 'PUBLISHED',
        PRIMARY KEY (book_id, subject_key),
        KEY book_subject_key (subject_key, status, book_id),
        CONSTRAINT book_subject_of_book FOREIGN KEY (book_id) REFERENCES book (id) ON DELETE CASCADE
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    // No buyer: the purchase was released before it reserved anything, and never will.
    this.addSql(`
      CREATE TABLE stock_reservation (
        purchase_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        buyer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        seller_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
        status ENUM('REFUSED', 'RESERVED', 'COMMITTED', 'RELEASED') NOT NULL,
        refusal_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
        refusal_line SMALLINT NULL,
        reserved_until DATETIME(3) NULL,
        created_at DATETIME(3) NOT NULL,
        updated_at DATETIME(3) NOT NULL,
        PRIMARY KEY (purchase_id),
        CONSTRAINT stock_reservation_refusal CHECK ((refusal_code IS NULL) = (refusal_line IS NULL))
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    // The buyer stands in each line too, so that the books that somebody bought are found by one look-up each. No
    // foreign key to book: it would have each line share the lock of a book in demand, and deadlock on it.
    this.addSql(`
      CREATE TABLE stock_reservation_line (
        purchase_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        book_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        buyer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        title VARCHAR(500) NOT NULL,
        quantity INT NOT NULL,
        unit_price BIGINT NOT NULL,
        PRIMARY KEY (purchase_id, book_id),
        KEY stock_reservation_line_buyer (buyer_id, book_id),
        KEY stock_reservation_line_book (book_id),
        CONSTRAINT stock_reservation_line_quantity CHECK (quantity > 0),
        CONSTRAINT stock_reservation_line_price CHECK (unit_price > 0)
      ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  }
}
