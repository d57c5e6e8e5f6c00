/** What Grafana is told of a column beside its values. */
export interface ColumnConfig {
  readonly displayName?: string;
  readonly color?: { readonly mode: 'fixed'; readonly fixedColor: string };
  readonly links?: readonly {
    readonly title: string;
    readonly url: string;
    readonly targetBlank: true;
  }[];
}

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'number';
  readonly config: ColumnConfig;
}

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** A table whose columns are the same whatever its rows. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A data frame as Grafana writes it in JSON: a schema, and the values column by column. */
export const frameOf = (
  name: string,
  { columns, rows }: Table,
  notices: readonly { readonly severity: 'info' | 'warning'; readonly text: string }[] = [],
) => ({
  schema: {
    name,
    refId: name,
    meta: { preferredVisualisationType: 'nodeGraph', ...(notices.length > 0 && { notices }) },
    fields: columns.map((column) => ({
      ...column,
      typeInfo: { frame: column.type === 'number' ? 'float64' : 'string', nullable: true },
    })),
  },
  data: { values: columns.map(({ name: column }) => rows.map((row) => row[column] ?? null)) },
});

/** Columns as the Node Graph API plugin wants to be told of them. */
export const pluginFields = (columns: readonly Column[]) =>
  columns.map(({ name, type, config: { displayName, color } }) => ({
    field_name: name,
    type,
    ...(displayName !== undefined && { displayName }),
    ...(color !== undefined && { color: color.fixedColor }),
  }));

/** Rows for the Infinity data source, which takes the colour of an arc from a column beside it. */
export const flatRows = ({ columns, rows }: Table): readonly Row[] => {
  const colours = Object.fromEntries(
    columns.flatMap(({ name, config }) =>
      config.color === undefined ? [] : [[`${name}_color`, config.color.fixedColor]],
    ),
  );
  return rows.map((row) => ({ ...row, ...colours }));
};
