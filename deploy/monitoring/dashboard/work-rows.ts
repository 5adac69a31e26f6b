import { graph, quantile, type Row } from './panels.ts';

/** Databases and the connections to them. */
export const databases: Row = {
  title: 'Databases',
  panels: [
    graph('Connections in use', 'none', {
      '{{job}} {{role}}': 'sum by (job, role) (bookstore_pool_connections{state="in_use"})',
      '{{job}} {{role}}, at the most': 'sum by (job, role) (bookstore_pool_size)',
    }),
    graph('Idle, and waited for', 'none', {
      '{{job}} {{role}}, idle': 'sum by (job, role) (bookstore_pool_connections{state="idle"})',
      '{{job}} {{role}}, waited for': 'sum by (job, role) (bookstore_pool_waiting)',
    }),
    graph('Wait for a connection (99 of 100)', 's', {
      '{{job}} {{role}}': quantile(0.99, 'bookstore_pool_wait_seconds', 'job', 'role'),
    }),
    graph('Statements', 'reqps', {
      '{{job}} {{role}}':
        'sum by (job, role) (rate(bookstore_statement_duration_seconds_count[$__rate_interval]))',
    }),
    graph('Duration of statements (99 of 100)', 's', {
      '{{job}} {{role}}': quantile(0.99, 'bookstore_statement_duration_seconds', 'job', 'role'),
    }),
    graph('Given up, done again, left out', 'short', {
      '{{job}}: no {{of}} in time, a second':
        'sum by (job, of) (rate(bookstore_database_timeouts_total[$__rate_interval]))',
      '{{job}}: transactions done again, a second':
        'sum by (job) (rate(bookstore_transaction_retries_total[$__rate_interval]))',
      'readers left out': 'count(bookstore_reader_in_use == 0) or vector(0)',
    }),
  ],
};

/** Events between subgraphs. */
export const events: Row = {
  title: 'Events',
  panels: [
    graph('The oldest waits for', 's', {
      '{{subgraph}}: to be delivered': 'max by (subgraph) (bookstore_outbox_oldest_undelivered_seconds)',
      '{{subgraph}}: to take effect': 'max by (subgraph) (bookstore_inbox_oldest_unapplied_seconds)',
    }),
    graph('Waiting', 'short', {
      '{{subgraph}}: to be delivered': 'max by (subgraph) (bookstore_outbox_undelivered)',
      '{{subgraph}}: to take effect': 'max by (subgraph) (bookstore_inbox_unapplied)',
      '{{subgraph}}: dead letters': 'max by (subgraph) (bookstore_dead_letters)',
    }),
    graph(
      'Delivered, by type',
      'reqps',
      {
        '{{type}}': 'sum by (type) (rate(bookstore_events_delivered_total[$__rate_interval]))',
      },
      'What happens in the store: purchases placed, paid, shipped, run out; books offered; people registered.',
    ),
    graph('Took effect, by type', 'reqps', {
      '{{type}}': 'sum by (type) (rate(bookstore_events_applied_total[$__rate_interval]))',
    }),
    graph('Waiting in RabbitMQ', 'short', { '{{queue}}': 'max by (queue) (bookstore_queue_messages)' }),
    graph('Attempts that failed', 'reqps', {
      '{{job}}': 'sum by (job) (rate(bookstore_event_failures_total[$__rate_interval]))',
    }),
  ],
};

/** Purchases, money, and whether all of it agrees. */
export const purchases: Row = {
  title: 'Purchases, money, soundness',
  panels: [
    graph('Reservations', 'short', {
      open: 'max(bookstore_reservations_open)',
      'past due': 'max(bookstore_reservations_past_due)',
    }),
    graph('Work that is due', 'short', {
      purchases: 'max(bookstore_purchases_due)',
      'the oldest waits for (s)': 'max(bookstore_purchases_oldest_due_seconds)',
    }),
    graph('Purchases by status', 'short', { '{{status}}': 'max by (status) (bookstore_purchases)' }),
    graph('Reservations of copies by status, copies on hand', 'short', {
      '{{status}}': 'max by (status) (bookstore_reservations)',
      'on hand': 'max(bookstore_stock_copies)',
    }),
    graph('Money (minor units)', 'short', {
      '{{currency}}, taken and kept': 'max by (currency) (bookstore_money_captured_minor_units)',
      '{{currency}}, given back': 'max by (currency) (bookstore_money_refunded_minor_units)',
    }),
    graph('The oracle', 's', {
      'last looked so long ago': 'time() - max(bookstore_invariants_last_check_timestamp_seconds)',
      'took so long': 'max(bookstore_invariants_check_duration_seconds)',
    }),
    graph('Violations', 'none', { '{{invariant}}': 'max by (invariant) (bookstore_invariant_violations)' }),
    graph('Looked at', 'short', { '{{invariant}}': 'max by (invariant) (bookstore_invariant_checked)' }),
  ],
};

/** The processes themselves. */
export const processes: Row = {
  title: 'Processes',
  panels: [
    graph('CPU', 'percentunit', {
      '{{job}} {{instance}}': 'rate(process_cpu_seconds_total[$__rate_interval])',
    }),
    graph('Memory', 'bytes', { '{{job}} {{instance}}': 'process_resident_memory_bytes' }),
    graph('Requests in progress', 'short', { '{{job}} {{instance}}': 'bookstore_http_requests_in_progress' }),
    graph('Event loop is busy', 'percentunit', {
      '{{job}} {{instance}}': 'bookstore_event_loop_utilization_ratio',
    }),
    graph('Event loop lag (99 of 100)', 's', { '{{job}} {{instance}}': 'nodejs_eventloop_lag_p99_seconds' }),
    graph('Started so long ago', 's', { '{{job}} {{instance}}': 'time() - process_start_time_seconds' }),
    graph('Versions', 'none', {
      '{{version}} on Node {{node}}': 'count by (version, node) (bookstore_build_info)',
    }),
  ],
};
