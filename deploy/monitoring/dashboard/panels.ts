import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type DataSourceRef,
  ReduceDataOptionsBuilder,
  VisibilityMode,
} from '@grafana/grafana-foundation-sdk/common';
import {
  type Panel,
  RowBuilder,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as GraphBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** The Prometheus that the reader of the dashboard chooses; there is mostly one. */
const source: DataSourceRef = { type: 'prometheus', uid: '$datasource' };

const columns = 24;

/** How much of something is no reason to worry: red above. */
interface Limit {
  most?: number;
}

/** Units of Grafana that are used. */
type Unit = 'short' | 'reqps' | 's' | 'percentunit' | 'bytes' | 'none';

const limits = (most: number) =>
  new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([
    { value: null, color: 'green' },
    { value: most, color: 'red' },
  ]);

const query = (expr: string, legend = '', index = 0) =>
  new DataqueryBuilder()
    .datasource(source)
    .expr(expr)
    .legendFormat(legend)
    .refId(String.fromCharCode('A'.charCodeAt(0) + index));

/** One number, as it is now; eight stand side by side. */
export function figure(title: string, unit: Unit, expr: string, { most }: Limit = {}): Builder<Panel> {
  const lastValue = new ReduceDataOptionsBuilder().calcs(['lastNotNull']);
  const panel = new StatBuilder().title(title).datasource(source).unit(unit).reduceOptions(lastValue);
  panel.span(columns / 8).height(4);
  if (most !== undefined) panel.thresholds(limits(most));
  return panel.withTarget(query(expr).instant());
}

/** How something went, a line for each series; three stand side by side. `queries`: expression by legend. */
export function graph(
  title: string,
  unit: Unit,
  queries: Record<string, string>,
  description = '',
): Builder<Panel> {
  const panel = new GraphBuilder()
    .title(title)
    .datasource(source)
    .unit(unit)
    .min(0)
    .span(columns / 3)
    .height(8);
  panel.fillOpacity(5).showPoints(VisibilityMode.Never).description(description);
  for (const [index, [legend, expr]] of Object.entries(queries).entries())
    panel.withTarget(query(expr, legend, index));
  return panel;
}

/** The time that so many of all things measured by a histogram took less than, a line for each of the labels `by`. */
export const quantile = (of: number, metric: string, ...by: string[]): string =>
  `histogram_quantile(${of}, sum by (${['le', ...by].join(', ')}) (rate(${metric}_bucket[$__rate_interval])))`;

/** Panels under a heading. */
export interface Row {
  title: string;
  panels: Builder<Panel>[];
}

/** The heading of a row. */
export const heading = (title: string) => new RowBuilder(title);
