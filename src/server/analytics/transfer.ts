/** The memory of the columns of a record, which may move to another thread without being copied. */
export const buffersOf = (record: object): ArrayBuffer[] =>
  Object.values(record).flatMap((column: unknown) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
