package org.xingfuli.database;

import org.springframework.transaction.CannotCreateTransactionException;

/** More work came than the database could take: no connection became free in time. Trying again in a while helps. */
public final class TooBusy extends CannotCreateTransactionException {

  private static final long serialVersionUID = 1L;

  public TooBusy(String message) {
    super(message);
  }
}
