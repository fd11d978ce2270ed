package ringside.view.stage;

import ringside.engine.ServerId;
import ringside.world.RequestState;

/** Where a request belongs, before any geometry: which group of clients sent it, and where its key lies. */
interface Bearings {
    /** Which group of clients sent it, from 0. */
    int group(RequestState request);

    /** Which pool a server is in, from 0; -1 for a server that has left. */
    int pool(ServerId server);

    /** Where on the ring its key lies, in turns. */
    double turn(RequestState request);

    /** Where on the ring the walk from a turn to a server ends. */
    double landing(double turn, ServerId server);
}
