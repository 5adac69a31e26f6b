import { figure, graph, quantile, type Row } from './panels.ts';

const failed = 'outcome=~"unavailable|error"';
/** What whoever looks first wants to know. */
export const overview: Row = {
  title: 'At a glance',
  panels: [
    figure('Operations a second', 'reqps', 'sum(rate(bookstore_operations_total[$__rate_interval]))'),
    figure('Failing', 'percentunit', 'bookstore:operations_failed:rate5m / bookstore:operations:rate5m', {
      most: 0.001,
    }),
    figure('99 of 100 take less than', 's', quantile(0.99, 'bookstore_operation_duration_seconds'), {
      most: 1,
    }),
    figure('Processes up', 'none', 'sum(up{job=~"gateway|auth|catalog|purchase|worker"})'),
    figure(
      'Paid an hour',
      'none',
      'sum(increase(bookstore_events_delivered_total{type="PurchasePaid"}[1h]))',
    ),
    figure('Events late by', 's', 'max(bookstore_outbox_oldest_undelivered_seconds)', { most: 2 }),
    figure('Dead letters', 'none', 'sum(max by (subgraph) (bookstore_dead_letters))', { most: 1 }),
    figure('Violations', 'none', 'sum(max by (invariant) (bookstore_invariant_violations))', { most: 1 }),
  ],
};

/** What clients ask, and how it goes: rate, errors, duration. */
export const operations: Row = {
  title: 'Operations (gateway)',
  panels: [
    graph('Rate by field', 'reqps', {
      '{{type}} {{field}}': 'sum by (type, field) (rate(bookstore_operations_total[$__rate_interval])) > 0',
    }),
    graph(
      'Failing by field',
      'reqps',
      {
        '{{field}} {{outcome}}': `sum by (field, outcome) (rate(bookstore_operations_total{${failed}}[$__rate_interval]))`,
      },
      'What was unavailable, and errors of ours.',
    ),
    graph('Duration', 's', {
      'half take less than': quantile(0.5, 'bookstore_operation_duration_seconds'),
      '95 of 100': quantile(0.95, 'bookstore_operation_duration_seconds'),
      '99 of 100': quantile(0.99, 'bookstore_operation_duration_seconds'),
    }),
    graph(
      'Outcomes',
      'reqps',
      {
        '{{outcome}}': 'sum by (outcome) (rate(bookstore_operations_total[$__rate_interval]))',
      },
      'partial: answered, but something below was not to be had. refused: by userErrors.',
    ),
    graph('Duration of the slowest fields (99 of 100)', 's', {
      '{{type}} {{field}}': `topk(5, ${quantile(0.99, 'bookstore_operation_duration_seconds', 'type', 'field')})`,
    }),
    graph('Turned away', 'reqps', {
      '{{job}}: too many in progress':
        'sum by (job) (rate(bookstore_http_requests_shed_total[$__rate_interval]))',
      '{{job}}: too many wait for {{part}}':
        'sum by (job, part) (rate(bookstore_part_requests_total{outcome=~"line_too_long|too_late"}[$__rate_interval]))',
    }),
  ],
};

/** What each process answers, and what they ask of each other. */
export const parts: Row = {
  title: 'Subgraphs and what they ask of each other',
  panels: [
    graph('Answered by each', 'reqps', {
      '{{job}} {{route}}': 'sum by (job, route) (rate(bookstore_http_requests_total[$__rate_interval])) > 0',
    }),
    graph('Errors in answers', 'reqps', {
      '{{job}} {{code}}': 'sum by (job, code) (rate(bookstore_graphql_errors_total[$__rate_interval]))',
    }),
    graph('Duration in each (99 of 100)', 's', {
      '{{job}}': quantile(0.99, 'bookstore_http_request_duration_seconds', 'job'),
    }),
    graph('Asked of others', 'reqps', {
      '{{job}} asks {{part}}': 'sum by (job, part) (rate(bookstore_part_requests_total[$__rate_interval]))',
    }),
    graph('Not answered by others', 'reqps', {
      '{{job}}: {{part}} {{outcome}}':
        'sum by (job, part, outcome) (rate(bookstore_part_requests_total{outcome!="ok"}[$__rate_interval]))',
    }),
    graph('Duration of asking (99 of 100)', 's', {
      '{{job}} asks {{part}}': quantile(0.99, 'bookstore_part_request_duration_seconds', 'job', 'part'),
    }),
    graph('In line and in progress', 'short', {
      '{{job}}: {{part}}, in line': 'sum by (job, part) (bookstore_part_requests_waiting)',
      '{{job}}: {{part}}, in progress': 'sum by (job, part) (bookstore_part_requests_in_progress)',
    }),
    graph('Replicas left alone (breakers)', 'none', {
      '{{job}}: {{part}}': 'max by (job, part) (bookstore_part_replicas{state="left_alone"})',
    }),
    graph('What is known of ended sessions is so old', 's', {
      '{{job}}': 'max by (job) (bookstore_revocations_age_seconds)',
    }),
    graph('Passwords to be hashed', 'short', {
      waiting: 'max(bookstore_password_work_waiting)',
      'refused a second': 'sum(rate(bookstore_password_work_refused_total[$__rate_interval]))',
    }),
    graph('Payment provider', 'reqps', {
      '{{verb}} {{outcome}}':
        'sum by (verb, outcome) (rate(bookstore_payment_provider_requests_total[$__rate_interval]))',
    }),
    graph('Duration of the payment provider (99 of 100)', 's', {
      '{{verb}}': quantile(0.99, 'bookstore_payment_provider_request_duration_seconds', 'verb'),
    }),
  ],
};
