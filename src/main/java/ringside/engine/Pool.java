package ringside.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** The servers that requests are spread over, in the order they were configured; never changes. */
public final class Pool {
    /** A pool with nobody in it. */
    public static final Pool EMPTY = new Pool(List.of());

    private final List<Member> members;
    private final List<Pick.Chosen> chosen;
    private final Map<ServerId, Integer> places = new HashMap<>();

    private Pool(List<Member> members) {
        this.members = List.copyOf(members);
        this.chosen = this.members.stream()
                .map(m -> new Pick.Chosen(m.id(), Reason.Untold.INSTANCE))
                .toList();
        for (var member : this.members) {
            if (places.putIfAbsent(member.id(), places.size()) != null) {
                throw new IllegalArgumentException("two servers are named " + member.id());
            }
        }
    }

    /**
     * A pool of these members.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public static Pool of(List<Member> members) {
        return members.isEmpty() ? EMPTY : new Pool(members);
    }

    /** The members in the order they were configured. */
    public List<Member> members() {
        return members;
    }

    /** The member at a place, counted from 0. */
    public Member at(int place) {
        return members.get(place);
    }

    /** How many members there are, up or not. */
    public int size() {
        return members.size();
    }

    /** The place of a server, counted from 0, or empty when it is not a member. */
    public OptionalInt placeOf(ServerId id) {
        var place = places.get(id);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The choice of the member at a place, its reason untold: always the same object, so choosing allocates nothing. */
    public Pick.Chosen chosen(int place) {
        return chosen.get(place);
    }

    /** The choice of nobody: because there is none here, or else because none of those here may take the request. */
    public Pick.Refused nobody() {
        return new Pick.Refused(members.isEmpty() ? Pick.Cause.NO_SERVERS : Pick.Cause.NONE_AVAILABLE);
    }

    /** The same pool with one more member at its end. */
    public Pool plus(Member member) {
        var more = new ArrayList<>(members);
        more.add(member);
        return new Pool(more);
    }

    /** The same pool without a server; itself when it was no member. */
    public Pool minus(ServerId id) {
        return Pool.of(members.stream().filter(m -> !m.id().equals(id)).toList());
    }

    /** The same pool with one member changed; itself when it was no member. */
    public Pool change(ServerId id, UnaryOperator<Member> how) {
        return Pool.of(
                members.stream().map(m -> m.id().equals(id) ? how.apply(m) : m).toList());
    }

    /** The same pool with every member changed; itself when none is. */
    public Pool change(UnaryOperator<Member> how) {
        var changed = members.stream().map(how).toList();
        return changed.equals(members) ? this : Pool.of(changed);
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
