import type { Piece } from '../piece.ts';

export const table: Piece<null> = {
  name: 'table',
  reads: [],
  load: async () => null,
  title: () => 'table',
  Body: () => <p>table</p>,
  picture: () => <svg xmlns="http://www.w3.org/2000/svg" />,
  sources: () => [],
  isEmpty: () => true,
};
