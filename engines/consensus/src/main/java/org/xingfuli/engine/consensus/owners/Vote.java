package org.xingfuli.engine.consensus.owners;

/** What a ballot says on a matter. Whoever did not vote has no ballot. */
public enum Vote {
  /** 同意. */
  APPROVE,
  /** 反对. */
  OPPOSE,
  /** 弃权: takes part and does not approve. */
  ABSTAIN,
  /** 无效票: says nothing, does not take part. */
  INVALID
}
