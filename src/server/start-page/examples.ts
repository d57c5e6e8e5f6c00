/** Questions that the start page offers; a test asks each of them. */
export interface Example {
  readonly title: { readonly vi: string; readonly en: string };
  readonly query: string;
}

export const examples: readonly Example[] = [
  {
    title: {
      vi: 'Ai được nâng lên Đối tác chiến lược toàn diện?',
      en: 'Who was raised to Comprehensive Strategic Partner?',
    },
    query: `{
  statements(filter: { properties: ["level"] }, first: 20) {
    totalCount
    edges {
      node {
        subject { name }
        value { label }
        citations { source { name } paragraph evidence }
      }
    }
  }
}`,
  },
  {
    title: { vi: 'Chín phương hướng', en: 'The nine directions' },
    query: `{
  directions(first: 20) {
    nodes {
      ordinal
      name(lang: VI)
      english: name(lang: EN)
    }
  }
}`,
  },
  {
    title: { vi: 'Các bài báo khác nhau ở đâu?', en: 'Where do the articles disagree?' },
    query: `{
  disagreements(first: 10) {
    nodes {
      kind
      about { name }
      reason(lang: EN)
      statements {
        value { label }
        citations { source { name } paragraph evidence }
      }
    }
  }
}`,
  },
  {
    title: {
      vi: 'Từ Chỉ thị 25 đến Brazil: con đường nào?',
      en: 'How is Directive 25 connected to Brazil?',
    },
    query: `{
  path(from: "document:chi-thi-25", to: "country:bra") {
    path {
      entities { id name }
      statements { text citations { source { id } paragraph } }
    }
  }
}`,
  },
  {
    title: {
      vi: 'Tìm không cần dấu: bui thanh son',
      en: 'Search without marks: bui thanh son',
    },
    query: `{
  search(query: "bui thanh son", first: 3) {
    edges {
      score
      node {
        id
        name
        description
        ... on Person {
          holdsOffice(first: 5) { nodes { name } }
        }
      }
    }
  }
}`,
  },
];
