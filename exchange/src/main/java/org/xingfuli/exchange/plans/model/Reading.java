package org.xingfuli.exchange.plans.model;

import java.util.List;

/** A programme, and what of its file did not survive. */
public record Reading(Programme programme, List<Loss> losses) {

  public Reading {
    losses = List.copyOf(losses);
  }
}
