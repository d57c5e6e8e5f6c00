import type { Piece } from '../piece.ts';

export const graph: Piece<null> = {
  name: 'graph',
  reads: [],
  load: async () => null,
  title: () => 'graph',
  Body: () => <p>graph</p>,
  picture: () => <svg xmlns="http://www.w3.org/2000/svg" />,
  sources: () => [],
  isEmpty: () => true,
};
