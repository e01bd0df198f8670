package org.xingfuli.exchange.ballots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xingfuli.engine.consensus.budget.Election;
import org.xingfuli.kernel.Refusal;

/**
 * A budgeted vote as a {@code .pb} file holds it.
 *
 * @param meta keys and values of the first section, in the order of the file
 * @param selected ids the file itself marks as selected; empty where it marks none
 * @param remarks what is odd but does no harm, with its line, as codes of {@code pb.*}
 */
public record PbFile(Election election, Map<String, String> meta, List<String> selected, List<Refusal> remarks) {

  public PbFile {
    meta = new LinkedHashMap<>(meta);
    selected = List.copyOf(selected);
    remarks = List.copyOf(remarks);
  }
}
