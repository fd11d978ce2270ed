package ringside.engine.haproxy;

import ringside.engine.Candidates;
import ringside.engine.Detail;
import ringside.engine.Loads;
import ringside.engine.Pick;
import ringside.engine.Policy;
import ringside.engine.Request;
import ringside.engine.Trail;

/** A policy for a farm: the server that just failed for a request is avoided, but taken if there is no other. */
interface FarmPolicy extends Policy {
    /** The servers spread over. */
    Farm farm();

    /** Answers a call. */
    Pick pick(Call call);

    @Override
    default Pick pick(Request request, Candidates candidates, Loads loads, Detail detail) {
        return pick(new Call(request, candidates, loads, Call.NOBODY, detail));
    }

    @Override
    default Pick pick(Trail trail, Candidates up, Loads loads, Detail detail) {
        return pick(Call.after(trail, farm().pool(), up, loads, detail));
    }
}
