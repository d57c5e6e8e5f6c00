/** Questions that the start page offers; a test asks each of them. */
export interface Example {
  readonly title: { readonly vi: string; readonly en: string };
  readonly query: string;
}

export const examples: readonly Example[] = [
  {
    title: {
      vi: 'Quan hệ nào được thiết lập, nâng cấp?',
      en: 'Which relations were established or raised?',
    },
    query: `{
  partnerships(first: 20) {
    totalCount
    nodes {
      party(first: 2) { nodes { name } }
      act { label }
      level { label }
      date
      periodStart
      periodEnd
      statements(filter: { properties: ["level"] }) {
        nodes { citations { source { name } paragraph evidence } }
      }
    }
  }
}`,
  },
  {
    title: { vi: 'Chín phương hướng', en: 'The nine directions' },
    query: `{
  directions(first: 20, order: ORDINAL) {
    nodes {
      ordinal
      name(lang: VI)
      english: name(lang: EN)
      implements(first: 3) { nodes { name } }
      summary(first: 3) {
        nodes { value { label } citations { source { id } paragraph } }
      }
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
