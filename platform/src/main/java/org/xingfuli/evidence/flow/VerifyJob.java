package org.xingfuli.evidence.flow;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the scheduler walk over all evidence. */
@Configuration(proxyBeanMethods = false)
class VerifyJob {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("evidence.verify");

  @Bean
  OneTimeTask<Void> verifyEvidence(WalkEvidence walk) {
    return Tasks.oneTime(TASK).execute((instance, context) -> walk.walk(UUID.fromString(instance.getId())));
  }
}
