# Reference values for tests: Cox regressions, tests of proportional hazards, and lives that came under watch late, by R's package survival.
# Run in this folder: Rscript reference.R > reference.csv
suppressMessages(library(survival))

read <- function(name) read.csv(paste0(name, ".csv"), comment.char = "#")
say <- function(case, quantity, name, value) cat(sprintf("%s,%s,%s,%.12g\n", case, quantity, name, value), sep = "")

regression <- function(case, fit) {
  say(case, "lives", "", fit$n)
  say(case, "events", "", fit$nevent)
  say(case, "coefficient", names(coef(fit)), coef(fit))
  naive <- if (is.null(fit$naive.var)) fit$var else fit$naive.var
  say(case, "modelError", names(coef(fit)), sqrt(diag(naive)))
  say(case, "error", names(coef(fit)), sqrt(diag(fit$var)))
  say(case, "p", names(coef(fit)), 2 * pnorm(-abs(coef(fit) / sqrt(diag(fit$var)))))
  say(case, "logLikelihood", c("null", "fit"), fit$loglik)
  say(case, "wald", "", fit$wald.test)
  say(case, "score", "", fit$score)
  if (!is.null(fit$rscore)) say(case, "robustScore", "", fit$rscore)
  say(case, "concordance", "", fit$concordance[["concordance"]])
  zph <- cox.zph(fit)$table
  say(case, "proportional", rownames(zph), zph[, "chisq"])
  say(case, "proportionalP", rownames(zph), zph[, "p"])
}

survival <- function(case, fit) {
  happened <- fit$n.event > 0
  at <- sprintf("%.10g", fit$time[happened])
  say(case, "atRisk", at, fit$n.risk[happened])
  say(case, "survival", at, fit$surv[happened])
  inside <- happened & fit$surv > 0
  say(case, "low", sprintf("%.10g", fit$time[inside]), fit$lower[inside])
  say(case, "high", sprintf("%.10g", fit$time[inside]), fit$upper[inside])
  say(case, "median", c("value", "low", "high"), summary(fit)$table[c("median", "0.95LCL", "0.95UCL")])
}

cat("# ", R.version.string, ", survival ", format(packageVersion("survival")), ", reference.R\ncase,quantity,name,value\n", sep = "")

lung <- read("lung"); veteran <- read("veteran"); ovarian <- read("ovarian"); heart <- read("heart"); kidney <- read("kidney"); bladder <- read("bladder")

regression("lung", coxph(Surv(time, status) ~ age + sex + ph.ecog, lung))
regression("lung by institution", coxph(Surv(time, status) ~ age + sex + ph.ecog + wt.loss, lung, cluster = inst))
regression("lung robust", coxph(Surv(time, status) ~ age + ph.ecog, lung, robust = TRUE))
regression("lung within sexes", coxph(Surv(time, status) ~ age + ph.ecog + strata(sex), lung))
veteran$celltype <- relevel(factor(veteran$celltype), "large")
regression("veteran", coxph(Surv(time, status) ~ trt + celltype + karno + diagtime + age + prior, veteran))
regression("ovarian", coxph(Surv(futime, fustat) ~ age + resid.ds + rx + ecog.ps, ovarian))
regression("heart", coxph(Surv(start, stop, event) ~ age + year + surgery + transplant, heart))
regression("heart by patient", coxph(Surv(start, stop, event) ~ age + year + transplant + strata(surgery), heart, cluster = id))
kidney$disease <- relevel(factor(kidney$disease), "Other")
regression("kidney by patient", coxph(Surv(time, status) ~ age + sex + disease, kidney, cluster = id))
regression("bladder by patient", coxph(Surv(start, stop, event) ~ rx + size + number + strata(enum), bladder, cluster = id))

survival("heart", survfit(Surv(start, stop, event) ~ 1, heart, conf.type = "log-log"))
# The lung data as if lives had come under watch late, at a time that the number of the line gives.
lung$entered <- pmin((seq_len(nrow(lung)) * 37) %% 150, lung$time - 1)
late <- lung[lung$entered >= 0, ]
survival("lung entered late", survfit(Surv(entered, time, status) ~ 1, late, conf.type = "log-log"))
regression("lung entered late", coxph(Surv(entered, time, status) ~ age + sex + ph.ecog, late))

say("lung within institutions", "logRank", "", survdiff(Surv(time, status) ~ sex + strata(inst), lung)$chisq)
say("veteran within treatments", "logRank", "", survdiff(Surv(time, status) ~ celltype + strata(trt), veteran)$chisq)
# The log-rank test is the score test of a regression whose ties are exact; survdiff itself knows no late entry.
say("heart", "logRank", "", coxph(Surv(start, stop, event) ~ transplant, heart, ties = "exact")$score)
say("lung entered late", "logRank", "", coxph(Surv(entered, time, status) ~ factor(ph.ecog), late[late$ph.ecog < 3, ], ties = "exact")$score)
say("lung entered late within sexes", "logRank", "", coxph(Surv(entered, time, status) ~ factor(ph.ecog) + strata(sex), late[late$ph.ecog < 3, ], ties = "exact")$score)

# Two causes, taken in turn.
late$cause <- factor(ifelse(late$status == 1, 1 + seq_len(nrow(late)) %% 2, 0))
late$number <- seq_len(nrow(late))
incidence <- survfit(Surv(entered, time, cause) ~ 1, late, id = number)
# survfit has errors by the jackknife. These are of Greenwood's kind: each time adds the variance of a multinomial draw among those at risk.
errors <- function(until) {
  state <- c(1, 0, 0)
  variance <- matrix(0, 3, 3)
  for (time in sort(unique(late$time[late$status == 1 & late$time <= until]))) {
    atRisk <- sum(late$entered < time & late$time >= time)
    ended <- c(sum(late$time == time & late$cause == 1), sum(late$time == time & late$cause == 2)) / atRisk
    now <- c(1 - sum(ended), ended)
    move <- rbind(now, c(0, 1, 0), c(0, 0, 1))
    variance <- t(move) %*% variance %*% move + state[1]^2 * (diag(now) - outer(now, now)) / atRisk
    state <- drop(state %*% move)
  }
  sqrt(diag(variance))[2:3]
}
for (time in c(100, 200, 400, 800)) {
  say("lung entered late", c("incidence of 1", "incidence of 2"), time, summary(incidence, times = time)$pstate[2:3])
  say("lung entered late", c("error of 1", "error of 2"), time, errors(time))
}

years <- pyears(Surv(time - entered, status) ~ tcut(entered, c(0, 100, 200, 400, 1e6)), late, scale = 1)
say("lung entered late", "time lived", c("0", "100", "200", "400"), years$pyears)
say("lung entered late", "ended", c("0", "100", "200", "400"), years$event)
