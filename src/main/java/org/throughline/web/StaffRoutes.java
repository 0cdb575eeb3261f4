package org.throughline.web;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.access.AccountRole;
import org.throughline.access.Staff;
import org.throughline.desk.view.Page;
import org.throughline.record.AccountRecord;
import org.throughline.record.Tie;

/** Everybody's accounts and ties, for administrators. */
final class StaffRoutes {

  record NewAccount(String name, List<String> roles) {
    /** May name somebody. */
    @Override
    public String toString() {
      return "NewAccount[]";
    }
  }

  record NewRoles(List<String> roles) {}

  record NewState(boolean disabled) {}

  record NewTie(String kind, String subject, String object) {}

  /** An account as an administrator sees it. */
  record AccountView(String id, String name, List<String> roles, String created, boolean disabled) {

    static AccountView of(AccountRecord account) {
      return new AccountView(
          account.id(),
          account.name(),
          account.roles().stream().sorted().toList(),
          account.created().toString(),
          account.disabled());
    }

    /** A name. */
    @Override
    public String toString() {
      return "AccountView[" + id + "]";
    }
  }

  /**
   * A new account.
   *
   * @param token for its owner, to set the account up with POST /setup within a day
   */
  record InvitedView(AccountView account, String token) {
    /** Never the secret. */
    @Override
    public String toString() {
      return "InvitedView[" + account.id() + "]";
    }
  }

  /** A connection in time. */
  record TieView(
      String id, String kind, String subject, String object, String from, @Nullable String to) {

    static TieView of(Tie tie) {
      return new TieView(
          tie.id(),
          tie.kind().name().toLowerCase(Locale.ROOT),
          tie.subject(),
          tie.object(),
          tie.from().toString(),
          tie.to() == null ? null : tie.to().toString());
    }
  }

  private final Staff staff;

  StaffRoutes(Staff staff) {
    this.staff = staff;
  }

  void accounts(Context ctx) {
    ctx.json(Page.whole(staff.accounts().stream().map(AccountView::of).toList()));
  }

  void invite(Context ctx) {
    NewAccount account = Requests.body(ctx, NewAccount.class);
    Staff.Invited invited =
        staff.invite(
            Requests.actor(ctx), Requests.text("name", account.name(), 64), roles(account.roles()));
    ctx.status(201).json(new InvitedView(AccountView.of(invited.account()), invited.ticket()));
  }

  void inviteAgain(Context ctx) {
    String ticket = staff.inviteAgain(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.status(201).json(new AccountRoutes.Handed(ticket));
  }

  void setRoles(Context ctx) {
    NewRoles change = Requests.body(ctx, NewRoles.class);
    ctx.json(
        AccountView.of(
            staff.setRoles(Requests.actor(ctx), ctx.pathParam("id"), roles(change.roles()))));
  }

  void setState(Context ctx) {
    NewState change = Requests.body(ctx, NewState.class);
    ctx.json(
        AccountView.of(
            staff.setDisabled(Requests.actor(ctx), ctx.pathParam("id"), change.disabled())));
  }

  void ties(Context ctx) {
    ctx.json(Page.whole(staff.ties().stream().map(TieView::of).toList()));
  }

  void tie(Context ctx) {
    NewTie tie = Requests.body(ctx, NewTie.class);
    Tie.Kind kind =
        switch (String.valueOf(tie.kind())) {
          case "treats" -> Tie.Kind.TREATS;
          case "supervises" -> Tie.Kind.SUPERVISES;
          case "reviews" -> Tie.Kind.REVIEWS;
          default -> throw new BadRequest("kind is treats, supervises or reviews");
        };
    Tie made =
        staff.tie(
            Requests.actor(ctx),
            kind,
            Requests.text("subject", tie.subject(), 64),
            Requests.text("object", tie.object(), 64));
    ctx.status(201).json(TieView.of(made));
  }

  void untie(Context ctx) {
    staff.untie(Requests.actor(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  private static Set<AccountRole> roles(@Nullable List<String> given) {
    if (given == null || given.size() > AccountRole.values().length) {
      throw new BadRequest("roles is a list of roles");
    }
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    given.forEach(role -> roles.add(AccountRole.of(role)));
    return roles;
  }
}
