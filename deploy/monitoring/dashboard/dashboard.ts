import {
  type Dashboard,
  DashboardBuilder,
  DatasourceVariableBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { heading } from './panels.ts';
import { operations, overview, parts } from './store-rows.ts';
import { databases, events, processes, purchases } from './work-rows.ts';

/** The dashboard of the store, as Grafana reads it. */
export function dashboard(): Dashboard {
  const builder = new DashboardBuilder('Bookstore')
    .uid('bookstore')
    .description(
      'Made by node deploy/monitoring/generate.ts from deploy/monitoring/dashboard/: change it there.',
    )
    .tags(['bookstore'])
    .time({ from: 'now-1h', to: 'now' })
    .refresh('30s')
    .timezone('browser')
    .withVariable(new DatasourceVariableBuilder('datasource').label('Prometheus').type('prometheus'));
  for (const { title, panels } of [overview, operations, parts, databases, events, purchases, processes]) {
    builder.withRow(heading(title));
    for (const panel of panels) builder.withPanel(panel);
  }
  const built = builder.build();
  const panels = built.panels?.map((panel, index) => ({ ...panel, id: index + 1 }));
  return { ...built, ...(panels && { panels }) };
}
