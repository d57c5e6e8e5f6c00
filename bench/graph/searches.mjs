// What people type into a search, made of the names of a dataset; the same in every run.

const QUERIES = 60;

const unmarked = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** A letter left out of the longest word, as hurried hands do. */
function mistyped(text) {
  const longest = text.split(' ').reduce((a, b) => (b.length > a.length ? b : a));
  return longest.length < 4 ? text : text.replace(longest, longest.slice(0, 2) + longest.slice(3));
}

/** Without its last letter, as while one types. */
const begun = (text) => text.slice(0, -1);

export function searches({ entities }) {
  const names = Array.from(
    { length: QUERIES },
    (_, index) => entities[Math.floor(((index + 0.5) * entities.length) / QUERIES)].names.vi,
  );
  const withoutNumber = [...new Set(names.map((name) => name.replace(/ \d+$/, '')))];
  return [
    { name: 'names, with marks', queries: names },
    { name: 'names, without marks', queries: names.map(unmarked) },
    { name: 'names, a letter left out', queries: names.map(mistyped) },
    { name: 'names, without marks, a letter left out', queries: names.map(unmarked).map(mistyped) },
    { name: 'names, not typed to the end', queries: names.map(begun) },
    { name: 'words that thousands have', queries: withoutNumber },
    {
      name: 'the first word of a name',
      queries: [...new Set(names.map((name) => name.split(' ')[0]))],
    },
  ];
}
