package org.wsproof.conformance.model;

/**
 * Proof that a case can fail.
 *
 * @param fault the slug of a fault of the sound relay
 * @param fact text that one of the failure's facts ("name: value") must contain
 */
public record CounterExample(String fault, String fact) {}
