import type { Piece } from '../piece.ts';

export const map: Piece<null> = {
  name: 'map',
  reads: [],
  load: async () => null,
  title: () => 'map',
  Body: () => <p>map</p>,
  picture: () => <svg xmlns="http://www.w3.org/2000/svg" />,
  sources: () => [],
  isEmpty: () => true,
};
