package org.throughline.web;

import java.util.Map;
import org.throughline.access.Access;
import org.throughline.access.Action;
import org.throughline.access.Principal;
import org.throughline.access.View;
import org.throughline.record.Actor;

/**
 * Who asks, let in for this one request.
 *
 * @param view how much of the words of the client that the route is about may show
 */
record Caller(Principal who, View view, Access access) {

  /** For the audit log. */
  Actor actor() {
    return who.as(who.purpose());
  }

  /** The clients with whom the caller may do something, and how much of each one's words show. */
  Map<String, View> clients(Action action) {
    return access.clients(who, action);
  }
}
