/**
 * The second door: the REST API under {@code /api/v1}, and the page that uses nothing else.
 *
 * <p>{@link org.throughline.web.Server} opens the door, {@code Routes} lists every route in one
 * file, and each route is a short method: read the request, one call to the {@link
 * org.throughline.desk.Desk}, answer. The contract is {@code openapi.yaml} among the resources; it
 * is served at {@code /api/v1/openapi.yaml}, and the tests hold every response against it.
 *
 * <p><b>How to add a route.</b> Write the handler as a method that takes Javalin's context, in the
 * class of its kind. Add one line to the table in {@code Routes}: method and path, the one {@link
 * org.throughline.access.Action} that the caller must be allowed, and whom it is about: {@code
 * CLIENT}, {@code ENTRY} or {@code CODING} where the path's {@code {id}} names one, {@code EACH}
 * where the answer is gathered from all clients the caller may ask about, {@code NOBODY} otherwise.
 * The {@code Guard} runs before the handler and has answered 401, 403 or 404 where it had to; the
 * handler asks {@code Requests.actor(ctx)} on whose behalf it acts, {@code Requests.view(ctx)} how
 * much of the words may show, and, where it is about each, {@code Requests.caller(ctx)
 * .clients(action)} for the only clients it may look at. Describe the route in {@code
 * openapi.yaml}; a test compares the two lists, and the access matrix walks every line of the
 * table. A route without an action must be marked {@code open}, and the matrix names those that
 * are.
 *
 * <p>What goes wrong is answered with a problem document (RFC 9457) by {@code Problems}, the one
 * place that knows which failure is whose: what the caller can mend is 4xx and says how, everything
 * else is 500 and says nothing. No problem document, and no log line, carries a client's words.
 *
 * <p>Uploads are read in memory and never spooled to a temporary file. The server listens on the
 * loopback interface; on any other only with TLS. A login is an opaque secret in a cookie, a
 * script's token comes as {@code Authorization: Bearer}; see {@code SessionRoutes}.
 */
@NullMarked
package org.throughline.web;

import org.jspecify.annotations.NullMarked;
