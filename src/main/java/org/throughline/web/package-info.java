/**
 * The second door: the REST API under {@code /api/v1}, and the page that uses nothing else.
 *
 * <p>{@link org.throughline.web.Server} opens the door, {@code Routes} lists every route in one
 * file, and each route is a short method: read the request, one call to the {@link
 * org.throughline.desk.Desk}, answer. The contract is {@code openapi.yaml} among the resources; it
 * is served at {@code /api/v1/openapi.yaml}, and the tests hold every response against it.
 *
 * <p>What goes wrong is answered with a problem document (RFC 9457) by {@code Problems}, the one
 * place that knows which failure is whose: what the caller can mend is 4xx and says how, everything
 * else is 500 and says nothing. No problem document, and no log line, carries a client's words.
 *
 * <p>Uploads are read in memory and never spooled to a temporary file. The server listens on the
 * loopback interface.
 */
@NullMarked
package org.throughline.web;

import org.jspecify.annotations.NullMarked;
