package org.xingfuli.engine.consensus.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.xingfuli.kernel.Dice;

/** Made-up opinion rounds: people of a camp mostly say what their camp says. */
record Rounds(Dice dice) {

  /** One vote as it comes in. */
  record Cast(String participant, String statement, Vote vote, long at) {}

  Rounds(long seed) {
    this(new Dice(seed));
  }

  /** Camp of every participant. */
  static Map<String, String> camps(int camps, int people) {
    Map<String, String> camp = new TreeMap<>();
    for (int p = 0; p < people; p++) {
      camp.put("p" + p, "camp" + p % camps);
    }
    return camp;
  }

  /** Each camp has a view of its own of every statement; of ten votes on it about nine say so, of ten statements about eight are seen. */
  List<Cast> planted(int camps, int people, int statements) {
    Vote[][] view = new Vote[camps][statements];
    for (int s = 0; s < statements; s++) {
      for (int c = 0; c < camps; c++) {
        // Camp c stands out on every camps-th statement; on the last fifth all agree.
        view[c][s] = s >= statements * 4 / 5 || s % camps == c ? Vote.AGREE : Vote.DISAGREE;
      }
    }
    List<Cast> casts = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      for (int s = 0; s < statements; s++) {
        if (dice.percent(80)) {
          casts.add(new Cast("p" + p, "s" + s, dice.percent(90) ? view[p % camps][s] : dice.pick(Vote.class), casts.size()));
        }
      }
    }
    return casts;
  }

  /** No order in it at all. */
  List<Cast> noise(int people, int statements) {
    List<Cast> casts = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      for (int s = 0; s < statements; s++) {
        if (dice.percent(60)) {
          casts.add(new Cast("p" + p, "s" + s, dice.pick(Vote.class), casts.size()));
        }
      }
    }
    return casts;
  }

  static Votes votes(List<Cast> casts) {
    Votes.Builder builder = Votes.builder();
    casts.forEach(cast -> builder.cast(cast.participant(), cast.statement(), cast.vote(), cast.at()));
    return builder.build();
  }

  static List<Cast> each(List<Cast> casts, UnaryOperator<Cast> change) {
    return casts.stream().map(change).toList();
  }

  static Vote opposite(Vote vote) {
    return switch (vote) {
      case AGREE -> Vote.DISAGREE;
      case DISAGREE -> Vote.AGREE;
      case PASS -> Vote.PASS;
    };
  }

  static OpinionMap map(List<Cast> casts) {
    return OpinionGroups.of(votes(casts), List.of(), OpinionOptions.ordinary());
  }

  /** Letter of everyone in a group. */
  static Map<String, String> letters(OpinionMap map) {
    Map<String, String> letters = new TreeMap<>();
    map.groups().forEach(group -> group.members().forEach(member -> letters.put(member, group.letter())));
    return letters;
  }
}
