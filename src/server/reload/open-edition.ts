import type { GraphQLSchema } from 'graphql';
import { loadCompiled } from '../../data/compiled/load.ts';
import type { Dataset } from '../../data/dataset.ts';
import { ProblemError } from '../../errors/problem.ts';
import type { Ontology } from '../../ontology/model.ts';
import type { Meta } from '../../store/port.ts';
import { type AnalyticsThread, analyticsThread } from '../analytics/thread.ts';
import { type ApplicationParts, createApplication } from '../application.ts';
import type { Configuration } from '../configuration.ts';
import type { Edition } from '../front.ts';
import { openOperations } from '../operations.ts';
import { storeOf } from '../store.ts';
import type { CheckedData } from './checked.ts';

/** What each edition is given: all that outlives it, and how its analytics are computed. */
export interface EditionParts
  extends Omit<ApplicationParts, 'schema' | 'store' | 'operations' | 'configuration'> {
  readonly configuration: Configuration;
  readonly openSchema: (ontology: Ontology) => Promise<GraphQLSchema>;
  /** Where analytics of one edition are computed; in a thread of the program's own when absent. */
  readonly analytics?: (() => AnalyticsThread) | undefined;
}

/** An edition that could be shown at once. */
export interface OpenedEdition extends Edition {
  readonly counts: Meta['counts'];
  /** Does what the warm-up does in short steps, for an edition that is not shown yet because another serves. */
  readonly prepare: () => Promise<void>;
  /** Makes what would otherwise be made for the first question that needs it; ends when the edition is closed. */
  readonly warmUp: () => void;
}

/** Makes an edition of a dataset, slice by slice, so that others are served meanwhile. */
export async function editionOf(dataset: Dataset, parts: EditionParts): Promise<OpenedEdition> {
  const analytics = (parts.analytics ?? (() => analyticsThread(parts.log)))();
  const { store, prepare, warmUp } = await storeOf(dataset, analytics.compute);
  const { version, counts, ontology } = store.meta();
  const application = await createApplication({
    ...parts,
    schema: await parts.openSchema(ontology),
    store,
    operations: await openOperations(),
  });
  const closed = new AbortController();
  return {
    version,
    counts,
    handle: application.handle,
    forget: application.forget,
    keptAnswers: application.keptAnswers,
    keptObjects: application.keptObjects,
    prepare: () => prepare(closed.signal),
    warmUp: () => void warmUp(closed.signal),
    async close() {
      closed.abort();
      await application.close();
      await analytics.close();
    },
  };
}

/**
 * Makes an edition to take another's place, which serves until no question needs to wait for what is made when first needed.
 * @throws ProblemError DATA_CHANGING when the data is no longer what was checked
 */
export async function openNextEdition(
  data: CheckedData,
  parts: EditionParts,
): Promise<OpenedEdition> {
  const edition = await openEdition(data, parts);
  await edition.prepare();
  return edition;
}

/**
 * Makes an edition of data that was checked before, here or elsewhere.
 * @throws ProblemError DATA_CHANGING when the data is no longer what was checked
 */
export async function openEdition(data: CheckedData, parts: EditionParts): Promise<OpenedEdition> {
  return editionOf(await load(data, parts.configuration), parts);
}

async function load(
  { version, compiled }: CheckedData,
  { graphData }: Configuration,
): Promise<Dataset> {
  const dataset =
    compiled === null ? await read(graphData) : await loadCompiled(compiled.file, compiled.key);
  if (dataset === null || dataset.version !== version) throw new ProblemError('DATA_CHANGING');
  return dataset;
}

/** Loaded only when needed, for the code that parses YAML is much. */
async function read(folder: string): Promise<Dataset | null> {
  const { readDataset } = await import('../../data/read.ts');
  const reading = await readDataset(folder);
  return reading.ok ? reading.dataset : null;
}
