/**
 * Password of the three practice officers, shown on the lock screen of a practice unit. No secret: a practice unit holds
 * no real data, lies in a folder of its own, and every paper of it says so.
 */
export const PRACTICE_PASSWORD = 'thuchanh2025';
