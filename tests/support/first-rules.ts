/** The rules as the first version wrote them: without tiers, coupons and all that came later. */
export const FIRST_RULES = {
  points: {
    earn: { points: 1, perFen: 100 },
    expiryMonths: 12,
    redeem: { points: 100, worthFen: 100 },
    redeemMinimum: 100,
    redeemStep: 100,
    redeemMaxPercent: 50,
    restoredLotDays: 30,
    adjustDailyLimit: 500,
  },
  complaints: { responseHours: 24, resolutionHours: 168 },
};
