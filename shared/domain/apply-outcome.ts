import { append, toRecord, type Appliers } from './act-appliers';

/** The result and its way to the citizen. Of results and returns the first in order counts; later ones stay in the timeline. */
export const outcomeAppliers: Appliers<
  'OutcomeReady' | 'OutcomeDispatched' | 'DeliveryFailed' | 'OutcomeReturned' | 'SurveyAnswered'
> = {
  OutcomeReady: (facts, act) => ({ ...facts, outcome: facts.outcome ?? toRecord(act) }),
  OutcomeDispatched: (facts, act) => append(facts, 'dispatchesMade', toRecord(act)),
  DeliveryFailed: (facts, act) => append(facts, 'deliveryFailures', toRecord(act)),
  OutcomeReturned: (facts, act) => ({
    ...facts,
    returned: facts.returned ?? toRecord(act),
    originalsGivenBack: facts.originalsGivenBack + (act.payload.originalsReturned ?? 0),
  }),
  SurveyAnswered: (facts, { stamp, payload }) =>
    append(facts, 'surveys', { ...payload, actionId: stamp.id, at: stamp.happenedAt }),
};
