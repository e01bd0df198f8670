package org.xingfuli.appeal.flow;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xingfuli.appeal.AppealKind;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.model.Complainant;
import org.xingfuli.appeal.model.NewAppeal;
import org.xingfuli.appeal.store.AppealStore;
import org.xingfuli.appeal.store.Open311Store;
import org.xingfuli.database.CurrentScope;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.By;
import org.xingfuli.kernel.Refusal;
import org.xingfuli.kernel.Refused;

/** An application of others files a request through Open311; it becomes an appeal like any other, and keeps what it said besides. */
@Component
public class FileServiceRequest {

  /**
   * A request that was read.
   *
   * @param address in words
   * @param building id of a building of ours, which Open311 calls the address's id
   */
  public record Request(String words, @Nullable String address, @Nullable UUID building, NewAppeal.@Nullable Where point,
      Complainant complainant, Open311Store.Beside beside) {}

  private final Transactions transactions;
  private final ReceiveAppeal receive;
  private final FindPlace places;
  private final Estates estates;
  private final AppealStore appeals;
  private final Open311Store store;

  FileServiceRequest(Transactions transactions, ReceiveAppeal receive, FindPlace places, Estates estates, AppealStore appeals,
      Open311Store store) {
    this.transactions = transactions;
    this.receive = receive;
    this.places = places;
    this.estates = estates;
    this.appeals = appeals;
    this.store = store;
  }

  /**
   * Files it, and answers when it is on disk.
   *
   * @param key the id of the request, if the client sent one
   */
  public Received file(@Nullable String key, Request request) {
    var where = where(request);
    var said = new NewAppeal(Channel.OPEN311, null, AppealKind.COMPLAINT, null, null, request.words(), request.beside().serviceCode(), false,
        where, request.complainant(), null);
    return transactions.here(() -> {
      var by = new By(CurrentScope.get().principal(), Channel.OPEN311.words().zh());
      var received = receive.here(key, said, String.valueOf(request.beside()), by);
      if (!received.again()) {
        store.insert(appeals.find(received.id()).orElseThrow(), request.beside(), CurrentScope.get().principal());
      }
      return received;
    });
  }

  private NewAppeal.Where where(Request request) {
    var point = request.point();
    var building = request.building();
    if (building == null) {
      return places.find(request.address(), request.words(), point == null ? null : point.latitude(),
          point == null ? null : point.longitude());
    }
    var estate = estates.ofBuilding(building)
        .orElseThrow(() -> new Refused(Refusal.of("appeal.no-such-building", Map.of("pointer", "/address_id"))));
    return places.held(new NewAppeal.Where(estate.area(), estate.id(), building, null, null, request.address(),
        point == null ? null : point.latitude(), point == null ? null : point.longitude()));
  }
}
